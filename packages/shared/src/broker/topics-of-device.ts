/**
 * The filters of all topics that name the device, for brokers that are told beforehand who may do what: the inverse of
 * `deviceOfTopic`. A name with several colons may come from several topics; all of them are its own.
 */
export const topicsOfDevice = (deviceId: string): string[] => {
  const [format = '', ...rest] = deviceId.split(':')
  const name = rest.join(':')
  const own = name ? (formats.get(format)?.(name) ?? []) : []
  return [`lading/v1/${deviceId}/#`, ...inTwo(deviceId).map(([user, device]) => `owntracks/${user}/${device}/#`), ...own]
}

const formats = new Map<string, (name: string) => string[]>([
  [
    'tts',
    (name) =>
      inTwo(name).flatMap(([application, device]) => applications(application).map((written) => `v3/${written}/devices/${device}/#`)),
  ],
  // ChirpStack writes them in lower case, others in upper case; the name has lower case only.
  [
    'chirpstack',
    (devEui) =>
      devEui === devEui.toLowerCase()
        ? [...new Set([devEui, devEui.toUpperCase()])].map((written) => `application/+/device/${written}/event/#`)
        : [],
  ],
  ['traccar', (device) => [`traccar/${device}`]],
  [
    'sparkplug',
    (name) => [
      ...inTwo(name).map(([group, node]) => `spBv1.0/${group}/+/${node}`),
      ...inTwo(name).flatMap(([group, below]) => inTwo(below).map(([node, device]) => `spBv1.0/${group}/+/${node}/${device}/#`)),
    ],
  ],
])

/** Every way to take a name apart at one of its colons. */
const inTwo = (name: string): [string, string][] =>
  [...name.matchAll(/:/g)]
    .map(({ index }): [string, string] => [name.slice(0, index), name.slice(index + 1)])
    .filter(([before, after]) => before !== '' && after !== '')

/** A dot may stand for the `@` before the tenant. */
const applications = (name: string) => [
  name,
  ...[...name.matchAll(/\./g)].map(({ index }) => `${name.slice(0, index)}@${name.slice(index + 1)}`),
]
