// What is asked over HTTP: the questions of many people at many places, as the API has them. Pure functions.

const treatments = ['micro-needling', 'chemical-peel', 'laser-hair-removal'];

const withParameters = (parameters) => `/v1/search?${new URLSearchParams(parameters)}`;

// West, south, east, north of a map round a place, within the globe.
function boxRound({ lat, lon }) {
  const clamp = (value, most) => Math.max(-most, Math.min(most, value)).toFixed(5);
  return [clamp(lon - 0.3, 180), clamp(lat - 0.2, 90), clamp(lon + 0.3, 180), clamp(lat + 0.2, 90)].join();
}

// Ways of asking, all of them within 50 km or in a box; each answer has as many results as there are in reach, at most `limit`.
const ways = [
  ({ lat, lon }, limit, treatment) => withParameters({ treatment, lat, lon, radius_km: 50, limit }),
  ({ lat, lon }, limit, treatment) => withParameters({ q: treatment.replaceAll('-', ' '), lat, lon, radius_km: 50, limit }),
  ({ lat, lon }, limit) => withParameters({ lat, lon, radius_km: 50, sort: 'distance', limit }),
  ({ lat, lon }, limit, treatment) => withParameters({ treatment, lat, lon, radius_km: 50, sort: 'distance', language: 'en', limit }),
  (place, limit) => withParameters({ bbox: boxRound(place), limit }),
  ({ lat, lon, words }, limit) => withParameters({ text: words[0], lat, lon, radius_km: 50, limit }),
];

// One question a place, the ways in turn.
export function pathsOf(places, limit) {
  return places.map((place, number) => ways[number % ways.length](place, limit, treatments[number % treatments.length]));
}
