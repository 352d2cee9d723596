/**
 * How many worlds to shift by to cover a picture: the map goes on past the antimeridian. One more on either side, for what
 * reaches over it from the neighbouring world.
 */
export const worldCopies = ({ left, width, size }: { left: number; width: number; size: number }) => {
  const first = Math.floor(left / size) - 1
  const last = Math.floor((left + width) / size) + 1
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
