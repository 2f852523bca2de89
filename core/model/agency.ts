const domainName =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/

/** Whether this is a domain as addresses take it: `agency.example`, letters beyond ASCII in their `xn--` form (RFC 1035, RFC 5891). */
export const isDomain = (text: string): boolean => domainName.test(text)
