import packageFile from '../../package.json' with { type: 'json' }

/** Of this Midad, as package.json says it. */
export const version: string = packageFile.version
