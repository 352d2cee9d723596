/** What has been read so far: some processes read one of two variables only. */
type Values = Record<string, unknown>

type Rule = (values: Values) => string | undefined

const numberIn = (values: Values, name: string) => (typeof values[name] === 'number' ? values[name] : undefined)

/** What variables may not be together, or one alone within its limits. Each says what is wrong, or nothing. */
export const rules: Rule[] = [
  (values) =>
    // Late readings need a day to be counted before their hour is thinned.
    numberIn(values, 'READING_DAYS') === 1 ? 'READING_DAYS: 2 days at least are expected, or 0 for ever' : undefined,
  (values) => {
    const [reading, hourly] = [numberIn(values, 'READING_DAYS'), numberIn(values, 'HOURLY_DAYS')]
    return reading && hourly && hourly < reading
      ? `HOURLY_DAYS: ${hourly} days are less than the ${reading} of READING_DAYS, so that readings would go before they are thinned`
      : undefined
  },
  (values) => {
    // Other processes only have to know whether mails are sent.
    if (!('SMTP_URL' in values) || !values.SMTP_URL === !values.MAIL_FROM) return undefined
    return values.SMTP_URL
      ? 'MAIL_FROM is not set: mails by SMTP_URL are from somebody'
      : 'SMTP_URL is not set: MAIL_FROM alone sends no mails'
  },
  (values) =>
    values.SMTP_URL && !(values.DATA_KEY && values.PUBLIC_URL)
      ? 'SMTP_URL: takes DATA_KEY, with which addresses are kept, and PUBLIC_URL, for the links in mails'
      : undefined,
  (values) =>
    typeof values.MAIL_FROM === 'string' && !/^([^<>@]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(values.MAIL_FROM)
      ? 'MAIL_FROM: an e-mail address is expected, or a name with one in <>'
      : undefined,
  (values) => {
    const names = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT']
    if (!('VAPID_PRIVATE_KEY' in values)) return undefined
    const missing = names.filter((name) => !values[name])
    if (missing.length === names.length) return undefined
    if (missing.length > 0) return `${missing.join(' and ')}: not set, and ${names.join(', ')} go together`
    return values.DATA_KEY && values.PUBLIC_URL ? undefined : 'VAPID_PUBLIC_KEY: takes DATA_KEY and PUBLIC_URL as well'
  },
  ({ PAYMENT_PROVIDER: provider, PAYMENT_WEBHOOK_SECRET: secret, STRIPE_SECRET_KEY: key, PUBLIC_URL: url }) => {
    if (provider === undefined || provider === 'none') return undefined
    if (!secret) return 'PAYMENT_WEBHOOK_SECRET is not set: what a payment provider tells is believed by its signature only'
    if (provider === 'sandbox') return undefined
    if (!key) return 'STRIPE_SECRET_KEY is not set: with PAYMENT_PROVIDER=stripe checkouts are opened by it'
    return url ? undefined : 'PUBLIC_URL is not set: Stripe leads back to it'
  },
  (values) =>
    typeof values.VAPID_SUBJECT === 'string' && !/^(mailto:|https:\/\/)/.test(values.VAPID_SUBJECT)
      ? 'VAPID_SUBJECT: mailto: or https:// is expected'
      : undefined,
]
