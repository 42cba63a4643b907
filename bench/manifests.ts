/** The texts of a GitOps repository. Made up, in the shape of what people keep in one. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

export interface AppFiles {
  readonly app: string
  readonly environment: string
  readonly marked: boolean
  readonly random: () => number
  /** About how long each file is. */
  readonly bytes: number
}

/** Operators whose CRDs of 1 MB lie in the repository, the larger it is the more of them. */
export const CHARTS = ['prometheus', 'argo', 'cert-manager', 'istio', 'crossplane']

/** The ten files of an app in an environment. */
export function appFiles(what: AppFiles): readonly TextFile[] {
  const folder = `clusters/${what.environment}/${what.app}`
  return KINDS.map(([name, write]) => ({ path: `${folder}/${name}.yaml`, text: padded(write(what), what) }))
}

/** A policy for each app: over the whole repository, and the same with the folders it is about. */
export function policyFiles(apps: readonly string[]): readonly TextFile[] {
  const file = (scoped: boolean): string => {
    const policies = apps.map(
      (app) =>
        `  prod:${app}:\n    image: ghcr.io/acme/${app}\n    policy: { semver: { range: '1.x' } }\n` +
        (scoped ? `    paths: [clusters/prod-eu/${app}, clusters/prod-us/${app}]\n` : ''),
    )
    return `version: 1\n${scoped ? 'flux: false\n' : ''}policies:\n${policies.join('')}`
  }
  return [
    { path: '.image-bump.yaml', text: file(false) },
    { path: '.image-bump-scoped.yaml', text: file(true) },
  ]
}

/** A custom resource definition of 1 MB. */
export function crd(name: string, random: () => number): TextFile {
  const lines = [
    'apiVersion: apiextensions.k8s.io/v1',
    'kind: CustomResourceDefinition',
    `metadata: { name: things.${name}.io }`,
    'spec:',
    '  versions:',
  ]
  for (let bytes = 0; bytes < 1024 * 1024;) {
    const field = `${word(random)}${word(random)}`
    const text = `                ${field}:\n                  description: ${sentence(random, 14)}\n                  type: string`
    lines.push(text)
    bytes += text.length + 1
  }
  return { path: `infrastructure/crds/${name}.yaml`, text: `${lines.join('\n')}\n` }
}

type Write = (what: AppFiles) => string

const KINDS: readonly (readonly [name: string, write: Write])[] = [
  ['deployment', deployment],
  ['helmrelease', helmRelease],
  ['kustomization', kustomization],
  ['values', values],
  [
    'service',
    ({ app }) => `${head('v1', 'Service', app)}spec:\n  selector: { app: ${app} }\n  ports:\n    - port: 80\n`,
  ],
  ['ingress', ingress],
  ['configmap', ({ app }) => `${head('v1', 'ConfigMap', app)}data:\n`],
  [
    'hpa',
    ({ app }) => `${head('autoscaling/v2', 'HorizontalPodAutoscaler', app)}spec:\n  minReplicas: 2\n  maxReplicas: 9\n`,
  ],
  ['networkpolicy', ({ app }) => `${head('networking.k8s.io/v1', 'NetworkPolicy', app)}spec:\n  podSelector: {}\n`],
  ['servicemonitor', ({ app }) => `${head('monitoring.coreos.com/v1', 'ServiceMonitor', app)}spec:\n  endpoints: []\n`],
]

function deployment({ app, environment, marked }: AppFiles): string {
  const marker = marked ? ` # {"$imagepolicy": "prod:${app}"}` : ''
  return (
    `${head('apps/v1', 'Deployment', app)}spec:\n  replicas: ${environment.startsWith('prod') ? 3 : 1}\n` +
    `  selector: { matchLabels: { app: ${app} } }\n  template:\n    metadata: { labels: { app: ${app} } }\n    spec:\n` +
    `      containers:\n        - name: ${app}\n          image: ghcr.io/acme/${app}:1.4.2${marker}\n` +
    '          ports:\n            - containerPort: 8080\n'
  )
}

function helmRelease({ app, environment }: AppFiles): string {
  return (
    `${head('helm.toolkit.fluxcd.io/v2', 'HelmRelease', app)}spec:\n  interval: 10m\n  chart:\n    spec:\n` +
    `      chart: service\n      version: 3.2.1\n      sourceRef: { kind: HelmRepository, name: acme }\n` +
    `  values:\n    environment: ${environment}\n    image: { repository: ghcr.io/acme/${app}, tag: 1.4.2 }\n`
  )
}

function kustomization({ app, environment }: AppFiles): string {
  const resources = ['deployment', 'service', 'ingress', 'configmap', 'hpa', 'networkpolicy', 'servicemonitor']
  return (
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: ${environment}\nnamePrefix: ${app}-\n` +
    `resources:\n${resources.map((name) => `  - ${name}.yaml\n`).join('')}`
  )
}

function values({ app, environment }: AppFiles): string {
  return `image:\n  repository: ghcr.io/acme/${app}\n  tag: 1.4.2\nenvironment: ${environment}\nresources:\n  limits: { cpu: 500m, memory: 512Mi }\n`
}

function ingress({ app, environment }: AppFiles): string {
  return `${head('networking.k8s.io/v1', 'Ingress', app)}spec:\n  rules:\n    - host: ${app}.${environment}.acme.example\n`
}

function head(apiVersion: string, kind: string, app: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${app}\n  labels: { app: ${app}, team: shop }\n`
}

/** Comments of people up to about the length wanted, between half of it and half more. */
function padded(text: string, { random, bytes }: AppFiles): string {
  const wanted = bytes * (0.5 + random())
  const lines = [text.trimEnd()]
  for (let length = text.length; length < wanted;) {
    const line = `# ${sentence(random, 10)}`
    lines.push(line)
    length += line.length + 1
  }
  return `${lines.join('\n')}\n`
}

const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ser',
  'vice',
  'net',
  'po',
  'li',
  'cy',
  'ra',
  'te',
  'con',
  'fig',
  'map',
  'sec',
  'ret',
]

function word(random: () => number): string {
  const count = 1 + Math.floor(random() * 3)
  return Array.from({ length: count }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')
}

function sentence(random: () => number, words: number): string {
  return Array.from({ length: words }, () => word(random)).join(' ')
}
