/** Stands where a schema would: building on it gives itself again, asking it to check anything throws. */
const schema: unknown = new Proxy(() => undefined, {
  get(_target, name) {
    if (typeof name === 'string' && /parse/i.test(name))
      throw new Error('the page has no schemas: what has to be checked is checked by the host')
    return schema
  },
  apply: () => schema,
})

/**
 * What `zod` is in the built page (vite.config.ts). The model and the contract lay their schemas beside their tables and
 * types; the page uses only those, and 24 kB of zod would be read before a key can be typed.
 */
export const z = schema
