import { findProgram } from './find-program.ts'

export const requiredProgram = (program: string, debianPackage: string) => {
  const path = findProgram(program)
  if (!path) throw new Error(`${program} is not installed. On Debian or Ubuntu: apt-get install ${debianPackage}`)
  return path
}
