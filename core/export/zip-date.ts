/**
 * The date of every file in a zip of ours: no clock stands in it, so the same article gives the same bytes. It is the first that a zip can say
 * (APPNOTE 4.4.6), by its own parts, which is what is written in any zone.
 */
export const noDate = new Date(1980, 0, 1)
