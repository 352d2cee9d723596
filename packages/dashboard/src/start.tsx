import { render } from 'preact'
import { keepForOffline } from './offline/register.ts'
import { startTheme } from './state/theme.ts'
import { App } from './views/app.tsx'

startTheme()
render(<App />, document.getElementById('app') as HTMLElement)
void keepForOffline()
