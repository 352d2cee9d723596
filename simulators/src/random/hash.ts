/** FNV-1a with a final avalanche (MurmurHash3's), so that seeds that differ in one digit lead to unrelated streams. */
export const hash32 = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * A number from 0 to 1 that belongs to a key and to nothing else. Sensors draw their noise from it: a reading is then the
 * same whether the stream is asked for whole, in pieces, or again after a restart.
 */
export const noise = (...key: (string | number)[]) => hash32(key.join('/')) / 4294967296

/** The same as a bell curve around 0 with standard deviation of about 1 (sum of three uniform numbers). */
export const bellNoise = (...key: (string | number)[]) => 2 * (noise(...key, 'a') + noise(...key, 'b') + noise(...key, 'c') - 1.5)
