import { render } from 'preact'
import { startTheme } from './state/theme.ts'
import { App } from './views/app.tsx'

startTheme()
render(<App />, document.getElementById('app') as HTMLElement)
