import type { Variable } from '@lading/shared/config/kinds'
import { processVariables } from '@lading/shared/config/processes'
import { variables } from '@lading/shared/config/variables'

type Entry = { name: string; about: string; secret: boolean; required: boolean; fallback: string; processes: string[] }

const entries: Entry[] = Object.entries(variables as Record<string, Variable<unknown>>).map(([name, variable]) => ({
  name,
  about: variable.about,
  secret: variable.secret,
  required: variable.presence === 'required',
  fallback: variable.presence === 'default' ? String(variable.default) : '',
  processes: Object.entries(processVariables)
    .filter(([, names]) => (names as readonly string[]).includes(name))
    .map(([process]) => process),
}))

const cell = (text: string) => text.replaceAll('|', '\\|')

/** Every variable, as a table for the README. */
export const configurationTable = () =>
  alignedTable([
    ['variable', 'what it says', 'default', 'read by'],
    ...entries.map(({ name, about, required, fallback, processes }) => [
      `\`${name}\``,
      cell(about),
      required ? 'required' : fallback && `\`${fallback}\``,
      processes.join(', '),
    ]),
  ])

// Aligned as the formatter wants it.
const alignedTable = ([head = [], ...rows]: string[][]) => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** What docker-compose.yml wants besides: secrets of the servers it starts, none of which has a default. */
const composeSecrets: [name: string, about: string][] = [
  ['POSTGRES_PASSWORD', 'of the user lading in PostgreSQL; letters and digits only, as it becomes part of a URL'],
  ['DATA_KEY', 'with which contacts of consignees are kept, so that the database alone gives none away; it has to stay the same'],
  ['MQTT_PASSWORD', 'with which Lading itself signs in at Mosquitto'],
  ['MOSQUITTO_ADMIN_PASSWORD', 'with which the api tells Mosquitto whom to let in'],
  ['INFLUX_TOKEN', 'with which Lading writes to InfluxDB'],
  ['INFLUX_ADMIN_PASSWORD', 'of the user lading in the web interface of InfluxDB; 8 characters at least'],
]

/** `.env.example`: for docker compose, and a list of everything that can be set. */
export const environmentExample = () => {
  const secrets = composeSecrets.map(([name, about]) => `# ${about}\n${name}=\n`)
  const named = new Set(composeSecrets.map(([name]) => name))
  const rest = entries
    .filter(({ name }) => !named.has(name))
    .map(({ name, about, required, fallback, processes }) => {
      const notes = [required && 'required', `read by ${processes.join(', ')}`].filter(Boolean).join('; ')
      return `# ${about} (${notes})\n# ${name}=${fallback}\n`
    })
  return [
    '# Secrets for docker compose, which refuses to start without them. Make each with: openssl rand -hex 24\n',
    ...secrets,
    '# Everything else has a default, shown here, or is set by docker-compose.yml or npm start.\n',
    ...rest,
  ].join('\n')
}
