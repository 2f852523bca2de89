/** Small letters and digits: it becomes part of an address inside the page. */
export const footnoteIdPattern = /^[a-z0-9]{1,16}$/
