import { describe, expect, it } from 'vitest'
import { brokerTls } from '../../src/start/broker-tls.ts'

const say = () => {}

describe('TLS of the broker that is started', () => {
  it('is there where certificate and key are named, for all addresses and on the usual port unless it is said otherwise.', () => {
    expect(brokerTls({}, say)).toBeUndefined()
    const named = { MQTT_TLS_CERT: '/etc/lading/broker.crt', MQTT_TLS_KEY: '/etc/lading/broker.key' }
    const expected = { certFile: '/etc/lading/broker.crt', keyFile: '/etc/lading/broker.key' }
    expect(brokerTls(named, say)).toMatchObject({ ...expected, host: '0.0.0.0', port: 8883 })
    expect(brokerTls({ ...named, MQTT_TLS_HOST: '192.0.2.1', MQTT_TLS_PORT: '1884' }, say)).toMatchObject({ host: '192.0.2.1', port: 1884 })
  })

  it('takes paths from where npm was called.', () => {
    expect(brokerTls({ MQTT_TLS_CERT: 'broker.crt', MQTT_TLS_KEY: './broker.key', INIT_CWD: '/home/ada' }, say)).toMatchObject({
      certFile: '/home/ada/broker.crt',
      keyFile: '/home/ada/broker.key',
    })
  })

  it('wants both of them, and a port that there is.', () => {
    expect(() => brokerTls({ MQTT_TLS_CERT: 'broker.crt' }, say)).toThrow('needs both: MQTT_TLS_CERT and MQTT_TLS_KEY')
    expect(() => brokerTls({ MQTT_TLS_KEY: 'broker.key' }, say)).toThrow('needs both')
    expect(() => brokerTls({ MQTT_TLS_CERT: 'a', MQTT_TLS_KEY: 'b', MQTT_TLS_PORT: '0' }, say)).toThrow('MQTT_TLS_PORT')
  })
})
