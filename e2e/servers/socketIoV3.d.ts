/** Version 3 has types, and does not export them to modules. What is used of it is as in version 4. */
declare module "socket.io-v3" {
  export { Server } from "socket.io";
}
