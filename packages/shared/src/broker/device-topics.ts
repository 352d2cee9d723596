/**
 * The device that a topic, or a topic filter, belongs to, in every format whose topics name it, and under the name that
 * ingest gives it there. Undefined for every other topic. A filter with a wildcard in its name belongs to nobody, because no
 * device has a name with one.
 */
export const deviceOfTopic = (topic: string): string | undefined => {
  const [root = '', ...levels] = topic.split('/')
  return owners.get(root)?.(levels) || undefined
}

type Owner = (levels: (string | undefined)[]) => string | undefined

const owners = new Map<string, Owner>([
  // lading/v1/<device>/…
  ['lading', ([version, device, below]) => (version === 'v1' && below !== undefined ? device : undefined)],
  // owntracks/<user>/<device>…
  ['owntracks', ([user, device]) => (user && device ? `${user}:${device}` : undefined)],
  // v3/<application>[@<tenant>]/devices/<device>/…
  [
    'v3',
    ([application, devices, device, below]) =>
      application && devices === 'devices' && device && below !== undefined ? `tts:${application.replace('@', '.')}:${device}` : undefined,
  ],
  // application/<id>/device/<devEui>/event/…
  [
    'application',
    ([, device, devEui, event]) => (device === 'device' && devEui && event === 'event' ? `chirpstack:${devEui.toLowerCase()}` : undefined),
  ],
  // traccar/<device>
  ['traccar', ([device, below]) => (device && below === undefined ? `traccar:${device}` : undefined)],
  // spBv1.0/<group>/<type>/<node>[/<device>]
  ['spBv1.0', ([group, , node, device]) => (group && node ? ['sparkplug', group, node, ...(device ? [device] : [])].join(':') : undefined)],
])

/** Asks a Sparkplug edge node for something: `spBv1.0/<group>/NCMD/<node>`. */
export const isNodeCommand = (topic: string) => /^spBv1\.0\/[^/]+\/NCMD\/[^/]+$/.test(topic)
