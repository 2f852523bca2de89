import type { Finding } from './wire-rules.ts'

/** How deep the numbers of each geometry lie in lists (RFC 7946 §3.1). */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}
/** Of lists in lists of positions: a line has two at least, a ring four. */
const least: Readonly<Record<string, number>> = {
  LineString: 2,
  MultiLineString: 2,
  Polygon: 4,
  MultiPolygon: 4,
}

/** GeoJSON (RFC 7946), where something lies on the earth. */
export function geoJson(value: unknown, path: string): Finding[] {
  return isGeoJson(value, 0) ? [] : [{ path, message: 'is no GeoJSON (RFC 7946)' }]
}

function isGeoJson(value: unknown, depth: number): boolean {
  if (depth > 5 || typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { type, coordinates, geometries, geometry, features } = value as Readonly<Record<string, unknown>>
  if (typeof type !== 'string') return false
  const isAll = (parts: unknown) => Array.isArray(parts) && parts.every((part) => isGeoJson(part, depth + 1))
  if (type === 'GeometryCollection') return isAll(geometries)
  if (type === 'FeatureCollection') return isAll(features)
  if (type === 'Feature') return geometry === null || isGeoJson(geometry, depth + 1)
  const nested = Object.hasOwn(depths, type) ? depths[type] : undefined
  return nested !== undefined && isNested(coordinates, nested, least[type] ?? 0)
}

function isNested(value: unknown, depth: number, fewest: number): boolean {
  if (!Array.isArray(value)) return false
  if (depth === 0) return value.length >= 2 && value.every((part) => typeof part === 'number')
  if (depth === 1 && value.length < fewest) return false
  return value.every((part) => isNested(part, depth - 1, fewest))
}
