package dev.carrier.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks a Redis who it is, in its own protocol
 * (https://redis.io/docs/latest/develop/reference/protocol-spec/): two commands do not need a
 * client library.
 */
final class RedisProbe {
    private static final int TIMEOUT_MILLIS = 2_000;

    /** Nothing that we read, INFO's answer included, comes near this. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private static final Pattern VERSION = Pattern.compile("(?m)^redis_version:(\\S+)");
    private static final Pattern PID = Pattern.compile("(?m)^process_id:(\\d+)");

    private RedisProbe() {}

    /**
     * What a Redis said of itself.
     *
     * @param version such as {@code 7.0.15}
     * @param pid its process
     */
    record Said(String version, long pid) {}

    /** Empty as long as nobody answers there, or it still loads its data. */
    static Optional<Said> ask(int port, Optional<String> password) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(Ports.loopback(), port), TIMEOUT_MILLIS);
            var in = new DataInputStream(socket.getInputStream());
            if (password.isPresent()) {
                send(socket, "AUTH", password.get());
                answer(in);
            }
            send(socket, "PING");
            if (!answer(in).equals("PONG")) {
                return Optional.empty();
            }
            send(socket, "INFO", "server");
            return read(answer(in));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private static Optional<Said> read(String info) {
        var version = VERSION.matcher(info);
        var pid = PID.matcher(info);
        return version.find() && pid.find()
                ? Optional.of(new Said(version.group(1), Long.parseLong(pid.group(1))))
                : Optional.empty();
    }

    private static void send(Socket socket, String... words) throws IOException {
        var command = new StringBuilder("*" + words.length + "\r\n");
        for (var word : words) {
            command.append('$').append(word.getBytes(UTF_8).length).append("\r\n");
            command.append(word).append("\r\n");
        }
        socket.getOutputStream().write(command.toString().getBytes(UTF_8));
    }

    /** A simple string, an error's text, or a bulk string. */
    private static String answer(DataInputStream in) throws IOException {
        var first = line(in);
        if (!first.startsWith("$")) {
            return first.isEmpty() ? first : first.substring(1);
        }
        var body = new byte[length(first.substring(1))];
        in.readFully(body);
        line(in);
        return new String(body, UTF_8);
    }

    private static int length(String text) throws IOException {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > LONGEST_ANSWER) {
            throw new IOException("no answer of a Redis");
        }
        return Integer.parseInt(text);
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int read = in.readUnsignedByte(); read != '\n'; read = in.readUnsignedByte()) {
            line.append((char) read);
            if (line.length() > LONGEST_ANSWER) {
                throw new IOException("no answer of a Redis");
            }
        }
        return line.toString().strip();
    }
}
