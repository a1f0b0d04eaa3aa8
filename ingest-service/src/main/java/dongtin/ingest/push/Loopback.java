package dongtin.ingest.push;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells whether a request stays within this machine. */
final class Loopback {

    private Loopback() {}

    /** Whether both ends of the request's connection are on loopback. */
    static boolean only(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr()) && isLoopback(request.getLocalAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // a literal address: nothing is looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
