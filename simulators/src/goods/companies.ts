import type { Mode } from '@lading/shared/domain/mode'

/** Invented, so that no demonstration says anything about a real carrier. */
export const carriers: Record<Mode, string[]> = {
  sea: ['Meridian Container Line', 'Northsea Line', 'Blue Anchor Shipping', 'Pacific Crest Lines'],
  air: ['Albatros Air Cargo', 'Polaris Freighters', 'Condor Sky Freight'],
  road: ['Transalp Spedition', 'Wegener Trucking', 'Roadstar Logistics', 'Bluebird Haulage'],
  rail: ['Eurasia Rail Express', 'Iron Silk Intermodal'],
  parcel: ['CityRound Parcel', 'Doorstep Express', 'Swift Courier'],
}

export const vessels: Record<Mode, string[]> = {
  sea: ['MV Aurelia', 'MV Northern Light', 'MV Coral Bay', 'MV Ocean Harmony', 'MV Santa Lucia', 'MV Eastern Promise'],
  air: ['AB 4712', 'PF 208', 'CF 9031', 'AB 560'],
  road: ['Lorry 14', 'Lorry 27', 'Lorry 33', 'Lorry 58', 'Lorry 61'],
  rail: ['Block train 73101', 'Block train 73118'],
  parcel: ['Van 3', 'Van 8', 'Van 12', 'Van 19'],
}

export const forwarders = ['Kestrel Forwarding', 'Harbour & Hall Logistics', 'Lindqvist Global Freight']
export const marketplaces = ['Bazario', 'Kaufwerk', 'Shopnest', 'Marketly']

/** Shops that import, by the first letters of nothing in particular. */
export const consignees: Record<string, string[]> = {
  AU: ['Bondi Outdoor Supply', 'Southern Cross Home'],
  BE: ['Maison Lefèvre', 'Kruidentuin Winkel'],
  BR: ['Loja Ipê Amarelo', 'Casa Jabuticaba'],
  CH: ['Alpenladen AG', 'Boutique du Lac SA'],
  DE: ['Haus & Hof Versand GmbH', 'Feinwerk Handel KG', 'Lindenblatt Online GmbH'],
  FR: ['Atelier Bertin SARL', 'Comptoir des Docks'],
  GB: ['Thistle & Oak Ltd', 'Ferryman Goods Ltd', 'Peak District Cycles'],
  IT: ['Bottega Moretti SRL', 'Casa Lombarda SPA'],
  NL: ['Grachten Handel BV', 'Tulp & Co BV'],
  NO: ['Fjordhandel AS', 'Nordlys Butikk AS'],
  US: ['Cedar & Pine Co.', 'Lakeshore Outfitters Inc.', 'Desert Bloom Market LLC'],
}

/** The currency that invoices to a country are written in. */
export const currencies: Record<string, string> = { AU: 'AUD', BR: 'BRL', CH: 'CHF', GB: 'GBP', NO: 'NOK', US: 'USD' }
