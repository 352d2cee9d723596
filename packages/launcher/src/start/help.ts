export const help = `npm start -- [flags]

Runs Lading on this machine: broker, databases, queue, the processes and, unless told otherwise, simulated shipments.
Nothing needs to be installed; data is kept from one start to the next.

  --real            use Mosquitto, InfluxDB and Redis from the PATH instead of the embedded ones. Missing ones are
                    installed with apt-get on Debian or Ubuntu when run by root.
  --reset           forget all data first
  --port N          port of dashboard and api (8080)
  --host H          address they listen on (127.0.0.1). Databases stay on this machine in any case; the broker
                    as well, unless MQTT_TLS_CERT and MQTT_TLS_KEY name a certificate for a listener with TLS.
  --devices N       simulated devices (40)
  --speed X         seconds of platform time in a second (60 with simulators, 1 without)
  --no-simulators   no simulated shipments
  --data DIR        where data, logs and addresses.json are kept (.lading in the project)
  --help            this text

MQTT_URL, INFLUX_URL, POSTGRES_URL and QUEUE_URL in the environment each name a server to use; that one is then not
started here. The other variables of .env.example are passed on as well.
`
