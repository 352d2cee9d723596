import { render } from 'preact'
import { startTheme } from './state/theme.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/header.css'
import './styles/panes.css'
import './styles/list.css'
import './styles/map.css'
import './styles/detail.css'
import './styles/charts.css'
import './styles/accounts.css'
import './styles/devices.css'
import './styles/accuracy.css'
import './styles/dialog.css'
import './styles/sign-in.css'
import { App } from './views/app.tsx'

startTheme()
render(<App />, document.getElementById('app') as HTMLElement)
