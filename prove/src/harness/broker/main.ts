import { startAedes } from '@lading/services/aedes'
import { readConfig } from '@lading/shared/config/read-config'

// The broker of the embedded run in a process of its own, which can be killed as the launcher may be.
const { INGEST_CLIENT_ID } = readConfig(['INGEST_CLIENT_ID'], process.env)
await startAedes({ port: Number(process.argv[2]), keeper: INGEST_CLIENT_ID })
