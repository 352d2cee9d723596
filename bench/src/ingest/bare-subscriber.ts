import mqtt from 'mqtt'

/** The ceiling: an mqtt.js subscriber that does nothing with what it gets. Arguments: url, topic filter, how many to await. */
const [url = '', filter = '', count = ''] = process.argv.slice(2)
const expected = Number(count)
let received = 0

const client = await mqtt.connectAsync(url, { protocolVersion: 5, properties: { receiveMaximum: 20_000 } })
client.on('message', () => {
  received += 1
  if (received === expected) {
    process.stdout.write('done\n')
    client.end(false, () => process.exit(0))
  }
})
await client.subscribeAsync(filter, { qos: 1 })
process.stdout.write('ready\n')
