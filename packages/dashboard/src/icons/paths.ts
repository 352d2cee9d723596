/** Line icons on a grid of 24; stroked, never filled. */
export const iconPaths = {
  'state-pending': 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7.5V12l3 2',
  'state-info-received': 'M6 3h8l4 4v14H6zM9.5 11h5M9.5 15h5',
  'state-in-transit': 'M4 12h15M13 6l6 6l-6 6',
  'state-out-for-delivery': 'M2.5 6.5h11v10h-11zM13.5 10h4l4 3.5v3h-8M7 16.5a2 2 0 1 0 .01 0M17.5 16.5a2 2 0 1 0 .01 0',
  'state-attempt-failed': 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9 9l6 6M15 9l-6 6',
  'state-available-for-pickup': 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21M9.2 9.8l2 2l3.6-3.8',
  'state-delivered': 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M7.8 12.3l2.9 2.9l5.5-6',
  'state-exception': 'M12 3.5l9.5 16.5h-19zM12 10v4.5M12 17.2v.1',
  'state-expired': 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M6 6l12 12',
  'mode-sea': 'M3 14h18l-2.5 5.5h-13zM6 14V9.5h12V14M10 9.5V5h4v4.5',
  'mode-air':
    'M12 2.5c1.2 0 1.7 1.4 1.7 3V9l7.8 5v2.2l-7.8-2.4v4.4l2.6 1.9v1.4L12 20.4l-4.3 1.1v-1.4l2.6-1.9v-4.4l-7.8 2.4V14l7.8-5V5.5c0-1.6.5-3 1.7-3Z',
  'mode-road': 'M2.5 6h11.5v10.5H2.5zM14 9.5h4l3.5 3.5v3.5H14M7 16.5a2 2 0 1 0 .01 0M17.5 16.5a2 2 0 1 0 .01 0',
  'mode-rail':
    'M7 3.5h10a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V5.5a2 2 0 0 1 2-2ZM5 10.5h14M9 13.8v.1M15 13.8v.1M8.5 17L6 20.5M15.5 17l2.5 3.5',
  'mode-parcel': 'M4 7.5L12 3.5l8 4v9l-8 4l-8-4zM4 7.5l8 4l8-4M12 11.5v9',
  'severity-info': 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11v5.5M12 7.5v.1',
  'severity-warning': 'M12 3.5l9.5 16.5h-19zM12 10v4.5M12 17.2v.1',
  'severity-critical': 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.3v.1',
  silent:
    'M3 3l18 18M8.5 16.4a5 5 0 0 1 6.6-.3M5 12.9a10 10 0 0 1 4.6-2.6M13.5 10.1a10 10 0 0 1 5.5 2.8M2 9.3a15 15 0 0 1 4.5-2.7M10.6 5.1A15 15 0 0 1 22 9.3M12 19.8v.1',
  device: 'M9 9h6v6H9zM6 6h12v12H6zM9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3',
  accuracy: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M12 11.9v.1',
  stock: 'M3.5 9.5L12 4l8.5 5.5V20h-17zM8 20v-7h8v7M8 16.5h8',
  plus: 'M12 5v14M5 12h14',
  'health-reporting': 'M8.5 16.4a5 5 0 0 1 7 0M5 12.9a10 10 0 0 1 14 0M2 9.3a15 15 0 0 1 20 0M12 19.8v.1',
  'health-silent':
    'M3 3l18 18M8.5 16.4a5 5 0 0 1 6.6-.3M5 12.9a10 10 0 0 1 4.6-2.6M13.5 10.1a10 10 0 0 1 5.5 2.8M2 9.3a15 15 0 0 1 4.5-2.7M10.6 5.1A15 15 0 0 1 22 9.3M12 19.8v.1',
  'health-low-battery': 'M3 8h16v8H3zM21.5 11v2M6 10.8v2.4',
  'health-never-seen': 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M8 12h8',
  'health-revoked': 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M6 6l12 12',
  search: 'M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14M16.2 16.2L21 21',
  close: 'M6 6l12 12M18 6L6 18',
  list: 'M8 6h13M8 12h13M8 18h13M3.5 6v.1M3.5 12v.1M3.5 18v.1',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  map: 'M3 6.5l6-2.5l6 2.5l6-2.5v13.5l-6 2.5l-6-2.5l-6 2.5zM9 4v13.5M15 6.5V20',
  detail: 'M5 3.5h14v17H5zM8.5 8h7M8.5 12h7M8.5 16h4',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4.2 4.2 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4.2 4.2 0 0 0 6 6l1.5-1.5',
  check: 'M5 12.5l4.5 4.5L19 7',
  'theme-light':
    'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2.5v2M12 19.5v2M4.5 12h-2M21.5 12h-2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  'theme-dark': 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  'theme-system': 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 3v18M12 7.5a4.5 4.5 0 0 1 0 9',
  'sign-out': 'M10 4H4.5v16H10M15 8l4.5 4l-4.5 4M19 12H9.5',
  'fit-all': 'M3.5 8.5v-5h5M15.5 3.5h5v5M20.5 15.5v5h-5M8.5 20.5h-5v-5',
  'fit-selected': 'M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14M12 2v4M12 18v4M2 12h4M18 12h4',
  back: 'M15 5l-7 7l7 7',
  filter: 'M3.5 5h17l-6.5 8v6.5l-4-2V13z',
} as const

export type IconName = keyof typeof iconPaths
