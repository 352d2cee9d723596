import sparkplug from 'sparkplug-payload'

/** Asks an edge node to say its births again. Sent at most once: the next message that cannot be read asks again. */
export const rebirthRequest = (group: string, node: string, nowMs: number) => {
  const metrics = [{ name: 'Node Control/Rebirth', type: 'Boolean' as const, value: true, timestamp: nowMs }]
  const payload = Buffer.from(sparkplug.get('spBv1.0')?.encodePayload({ timestamp: nowMs, metrics }) ?? [])
  return { topic: `spBv1.0/${group}/NCMD/${node}`, payload }
}
