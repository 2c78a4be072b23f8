// Loaded into the shop's process before anything else: whatever it asks for over TLS, under any name, is asked of the one
// server that stands for the internet here. Names and certificates stay what they are.
import tls from 'node:tls';

const port = Number(process.env.OUTSIDE_PORT);
const { connect } = tls;

tls.connect = (options, ...rest) =>
  connect({ ...options, servername: options.servername ?? options.host, host: '127.0.0.1', port }, ...rest);
