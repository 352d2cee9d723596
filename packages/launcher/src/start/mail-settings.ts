import { pathToFileURL } from 'node:url'

type Options = { env: NodeJS.ProcessEnv; real: boolean; directory: string }

/**
 * How mails to recipients go out: as the environment says. Where it says nothing, whoever tries Lading out finds them in a directory,
 * and with real servers none are offered.
 */
export const mailSettings = ({ env, real, directory }: Options): { variables: Record<string, string>; directory?: string } =>
  env.SMTP_URL || env.MAIL_FROM || real
    ? { variables: {} }
    : { variables: { SMTP_URL: pathToFileURL(directory).href, MAIL_FROM: 'Lading <tracking@lading.example>' }, directory }
