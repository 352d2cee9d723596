const namespace = 'http://www.w3.org/2000/svg'

/** An icon outside the component tree. */
export const svgIcon = (path: string) => {
  const [icon, line] = [document.createElementNS(namespace, 'svg'), document.createElementNS(namespace, 'path')]
  icon.setAttribute('class', 'icon')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  line.setAttribute('d', path)
  icon.append(line)
  return icon
}
