/** A picture unpacked: red, green, blue, alpha of each pixel, row by row. */
export interface Pixels {
  data: Uint8Array
  width: number
  height: number
}
