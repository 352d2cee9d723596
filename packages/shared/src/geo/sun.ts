import type { Area } from '../domain/area.ts'
import { earthRadiusKm } from './distance.ts'
import { normaliseLon, type Point } from './point.ts'

const dayMs = 86_400_000
/** 1 January 2000, 12:00 UTC. */
const j2000Ms = Date.UTC(2000, 0, 1, 12)
const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (value: number) => (value * 180) / Math.PI

/**
 * Where the sun stands in the zenith: its declination as latitude, and the longitude that has noon. The low-precision formulas of the
 * Astronomical Almanac (section C, "Low precision formulas for the Sun's coordinates"), good to 0.01° from 1950 to 2050; the angle of the
 * Earth after the IAU's mean sidereal time.
 */
export const subsolarPoint = (atMs: number): Point => {
  const days = (atMs - j2000Ms) / dayMs
  const anomaly = radians(357.528 + 0.9856003 * days)
  const longitude = radians(280.46 + 0.9856474 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly))
  const obliquity = radians(23.439 - 0.0000004 * days)
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude))
  const sidereal = 280.46062 + 360.98564737 * days
  return { lat: degrees(Math.asin(Math.sin(obliquity) * Math.sin(longitude))), lon: normaliseLon(degrees(rightAscension) - sidereal) }
}

/** How far the middle of the sun is beneath the horizon at sunset, with refraction; and where civil twilight ends. */
export const sunsetDeg = 0.833
export const twilightDeg = 6

/** Everywhere that the sun is at least so far beneath the horizon: a circle around the point that has midnight and the sun in the nadir. */
export const nightArea = (atMs: number, beneathDeg = sunsetDeg): Area => {
  const { lat, lon } = subsolarPoint(atMs)
  return { shape: 'circle', centre: [normaliseLon(lon + 180), -lat], radiusM: 1000 * earthRadiusKm * radians(90 - beneathDeg) }
}
