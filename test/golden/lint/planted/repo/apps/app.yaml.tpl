first: 1
image: {{ image }} # {"$imagepolicy": "prod:shop"}
