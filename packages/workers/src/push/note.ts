/** What a browser shows, and where it leads. */
export type Note = { title: string; body: string; url: string; tag: string; lang: string; dir: 'ltr' | 'rtl' }
