/* global L */
// The same assets as the dashboard has, drawn in the two ways that Leaflet is mostly used. Told by the address: how, and where the map is.
const query = new URLSearchParams(location.search)
const container = document.getElementById('map')
for (const side of ['left', 'top', 'width', 'height']) container.style[side] = `${query.get(side)}px`

// As the dashboard has it.
const map = L.map(container, {
  center: [24, 12],
  zoom: 2,
  minZoom: 1,
  maxZoom: 18,
  zoomSnap: 0.25,
  wheelPxPerZoomLevel: 90,
  worldCopyJump: true,
  attributionControl: false,
})
const markers = (await (await fetch('/places.json')).json()).map((at) => L.marker(at))

const plain = () => L.layerGroup(markers).addTo(map)

const clustered = async () => {
  const group = L.markerClusterGroup({ chunkedLoading: true })
  await new Promise((resolve) => {
    group.options.chunkProgress = (done, total) => done === total && resolve()
    map.addLayer(group)
    group.addLayers(markers)
  })
}

await (query.get('how') === 'markercluster' ? clustered() : plain())
new EventSource('/moves').addEventListener('message', ({ data }) => {
  for (const [number, lat, lon] of JSON.parse(data)) markers[number].setLatLng([lat, lon])
})
document.body.dataset.ready = 'true'
