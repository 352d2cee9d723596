import english from '@lading/i18n/messages/en/dashboard.json'
import { speak, type Texts } from '../src/i18n/spoken.ts'

// As a reader in Britain has it; before anything is imported that says something.
speak({ code: 'en', locale: 'en-GB', ...(english as unknown as Texts) })
