import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const prefix = 'lading_'
const randomLength = 30
const shape = /^lading_[0-9A-Za-z]{36}$/

/**
 * A key: `lading_`, 30 random letters and digits (178 bits), and the CRC-32 of both in six more. By the prefix and the sum, programs that
 * look for secrets in places where there should be none know one for certain, without asking.
 */
export const newApiKeyToken = () => {
  const start = prefix + Array.from({ length: randomLength }, () => digits[randomInt(digits.length)]).join('')
  return start + checksum(start)
}

/** Whether a text is a key by its form; whether anybody has been given it is another question. */
export const isApiKeyToken = (text: string) => shape.test(text) && text.endsWith(checksum(text.slice(0, -6)))

/** Enough of a key for people to know it again, and 154 bits too few to call with it. */
export const hintOf = (token: string) => token.slice(0, prefix.length + 4)

const checksum = (text: string) => {
  let rest = crc32(text)
  let written = ''
  for (let place = 0; place < 6; place++) {
    written = digits[rest % digits.length] + written
    rest = Math.floor(rest / digits.length)
  }
  return written
}
