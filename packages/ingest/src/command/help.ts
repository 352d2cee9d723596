export const help = `npm run ingest -- replay-dead-letters --reason R [--device D] [--addresses FILE]

Sends messages that could not be stored through ingest again, after what kept them from it is mended. Those that fail again
are kept with their new reason.

  --reason R        the reason they were kept for, such as unknown-device, out-of-range or not-json
  --device D        only those of this device; enough without a reason, too
  --addresses FILE  which platform: the addresses.json that npm start wrote (.lading/addresses.json in the project)

With POSTGRES_URL in the environment the database is asked directly instead of a platform on this machine.
`
