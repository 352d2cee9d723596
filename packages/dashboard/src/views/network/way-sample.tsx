/** How a way is drawn on the map; its name stands beside it. */
export const WaySample = ({ look }: { look: number }) => (
  <svg class="way-sample" viewBox="0 0 40 8" width="40" height="8" aria-hidden="true">
    <line class={`way way-${look}`} x1="2" y1="4" x2="38" y2="4" />
  </svg>
)
