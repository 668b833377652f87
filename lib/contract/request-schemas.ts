import {
  EventChangeRequest,
  FigureChangeRequest,
  FirmChangeRequest,
  FirmRequest,
  RetirementRequest,
} from "./records-request";
import {
  ClaimsRequest,
  DecisionsRequest,
  NewEventRequest,
  NewFigureRequest,
  NewTenancyRequest,
  NewZoneRequest,
  SourceChangeRequest,
  SourceRequest,
} from "./write-request";

/** The bodies of requests that write, by their names in the API's description. */
export const REQUEST_SCHEMAS = {
  claimsRequest: ClaimsRequest,
  decisionsRequest: DecisionsRequest,
  sourceChangeRequest: SourceChangeRequest,
  zoneRequest: NewZoneRequest,
  tenancyRequest: NewTenancyRequest,
  firmRequest: FirmRequest,
  firmChangeRequest: FirmChangeRequest,
  eventRequest: NewEventRequest,
  eventChangeRequest: EventChangeRequest,
  figureRequest: NewFigureRequest,
  figureChangeRequest: FigureChangeRequest,
  sourceRequest: SourceRequest,
  retirementRequest: RetirementRequest,
} as const;

/** Name of a body. */
export type RequestName = keyof typeof REQUEST_SCHEMAS;
