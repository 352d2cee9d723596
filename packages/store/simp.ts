import { simplifyInTime } from '../shared/src/geo/simplify.ts'
import { unpack } from './src/telemetry/postgres/packed-fixes.ts'

let lat = 50,
  lon = 4
const fixes = Array.from({ length: 5000 }, (_, i) => ({
  lat: (lat += Math.sin(i / 50) * 0.01 + Math.random() * 0.001),
  lon: (lon += Math.cos(i / 70) * 0.01 + Math.random() * 0.001),
  recordedAtMs: i * 60000 + Math.random() * 1000,
}))
const b = Buffer.alloc(200000)
for (let i = 0; i < 25000; i++) b.writeDoubleBE(i % 5 == 0 ? 1 : i, i * 8)
for (const [n, f] of [
  ['simplify', () => simplifyInTime(fixes, 500)],
  ['unpack', () => unpack(b)],
] as const) {
  for (let i = 0; i < 20; i++) f()
  const c = process.cpuUsage()
  for (let i = 0; i < 100; i++) f()
  const d = process.cpuUsage(c)
  console.log(n, (d.user + d.system) / 100000)
}
