#!/bin/bash
# Runs once, when InfluxDB 2 sets itself up. Lading speaks the dialect of all versions (/write and InfluxQL at /query),
# which names a database; this maps the name to the bucket.
set -euo pipefail
influx v1 dbrp create \
  --db "${DOCKER_INFLUXDB_INIT_BUCKET}" \
  --rp autogen \
  --default \
  --bucket-id "${DOCKER_INFLUXDB_INIT_BUCKET_ID}" \
  --org "${DOCKER_INFLUXDB_INIT_ORG}"
