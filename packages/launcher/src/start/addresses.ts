import type { Broker } from './broker.ts'
import type { Login } from './login.ts'
import type { PartnerLogin } from './partner-logins.ts'
import type { Services } from './services.ts'

/** What `addresses.json` says, for people and programs that want to reach this run. */
export type Addresses = {
  /** For people. */
  dashboard: string
  /** For programs on this machine; paths begin with /v1. */
  api: string
  mqtt: string
  /** For devices elsewhere, where the broker listens for TLS. */
  mqtts?: string
  login: Login | null
  /** People of example partners, where there is a demonstration. */
  partners?: PartnerLogin[]
  tracking: string[]
  /** Where mails to recipients are written to, where nothing sends them. */
  mails?: string
  services: Services['kinds'] & { broker: Broker['kind'] }
}

export const summary = (
  { dashboard, api, mqtt, mqtts, login, partners = [], tracking, mails, services }: Addresses,
  { took, data }: { took: string; data: string },
) => {
  const rows: [label: string, text: string][] = [
    ['Dashboard', dashboard],
    ['Sign in', login ? `${login.email}   ${login.password}` : 'with an account of this database'],
    ...partners.map(({ email, password }, index): [string, string] => [index === 0 ? 'As a partner' : '', `${email}   ${password}`]),
    ...tracking.map((url, index): [string, string] => [index === 0 ? 'Tracking' : '', url]),
    ...(mails ? [['Mails', `${mails}, as files`] as [string, string]] : []),
    ['API', `${api}/v1, described in ${api}/openapi.json`],
    ['MQTT', mqtts ? `${mqtt}, with TLS ${mqtts}` : mqtt],
    ['Runs on', `${services.broker} · ${services.postgres} · readings: ${services.telemetry} · jobs: ${services.queue}`],
    ['Data, logs', data],
  ]
  return [
    '',
    `Lading runs. It took ${took}.`,
    '',
    ...rows.map(([label, text]) => `  ${label.padEnd(14)}${text}`),
    '',
    'Ctrl-C stops everything.',
  ].join('\n')
}
