/**
 * Stands in for @actions/http-client in the bundle: @actions/core needs it for OIDC tokens alone, which this action never
 * asks for, and its undici costs 50 ms of start and 690 KB.
 */
export class HttpClient {
  constructor() {
    throw new Error('@actions/http-client is not part of this bundle: OIDC tokens are not asked for')
  }
}

export class BearerCredentialHandler {}
