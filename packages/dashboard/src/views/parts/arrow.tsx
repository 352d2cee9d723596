/** From one place to another, in the direction of reading. What it stands between is isolated (`bdi`), or the order of reading is not kept. */
export const Arrow = () => (
  <>
    {' '}
    <span class="to-end" aria-hidden="true">
      →
    </span>{' '}
  </>
)
