import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.web.cors.CorsConfiguration;

/** Makes the beans of a configuration, and prints what they were given: a JSON object, with the paths as its keys. */
public class ReadCorsConfig {
    public static void main(String[] args) throws Exception {
        new SecurityConfig().chain(new HttpSecurity());
        System.out.println(new CorsConfig().corsConfigurationSource().getCorsConfigurations().entrySet().stream()
                .map((entry) -> quoted(entry.getKey()) + ":" + json(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static String json(CorsConfiguration cors) {
        return "{\"origins\":" + json(cors.getAllowedOrigins())
                + ",\"methods\":" + json(cors.getAllowedMethods())
                + ",\"headers\":" + json(cors.getAllowedHeaders())
                + ",\"exposed\":" + json(cors.getExposedHeaders())
                + ",\"credentials\":" + Boolean.TRUE.equals(cors.getAllowCredentials())
                + ",\"maxAge\":" + cors.getMaxAge() + "}";
    }

    private static String json(List<String> values) {
        if (values == null) {
            return "[]";
        }
        return values.stream().map(ReadCorsConfig::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
