/** The matters that the device keeps, which load beside their page. */
export { Shelf } from '../components/matter/shelf.ts';
