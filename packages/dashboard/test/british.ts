// Figures and dates are written as the reader's region has it; tests pin the region down. Imported first, as texts read it once.
Object.defineProperty(globalThis, 'navigator', { value: { languages: ['en-GB'] }, configurable: true })
