/** The picture of a ledger, with the scales it needs. Loaded apart from the record. */
export { ledgerChart } from '../components/chart/ledger-chart.ts';
