/**
 * How Node runs Lading's processes. Loading their modules makes a lot of garbage at once, for which V8 would let its young
 * generation grow to 32 MB a space and the heap with it, for good; with 8 MB a process stays at half the resident memory
 * (measured on a demonstration of 40 devices: ingest 134 instead of 306 MB, api 166 instead of 306, workers 171 instead of 417).
 */
export const nodeArguments = ['--max-semi-space-size=8']
