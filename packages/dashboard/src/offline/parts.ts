type Load = () => Promise<unknown>

const loads: Load[] = []

/** Notes a part of the dashboard whose code is fetched when it is first needed. */
export const notePart = (load: Load) => {
  loads.push(load)
}

/** Fetches all parts, so that they are there when there is no network; those that cannot be had now are asked for when needed. */
export const fetchParts = () => Promise.allSettled(loads.map((load) => load()))
