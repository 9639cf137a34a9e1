import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeSet;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.filters.CorsFilter;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.WebXml;
import org.apache.tomcat.util.descriptor.web.WebXmlParser;
import org.xml.sax.InputSource;

/**
 * A server with the web application in a folder: `serve FOLDER PORT`. Or only reads its `web.xml`, by the schema, and
 * prints what the filter makes of it: `read FOLDER`.
 */
public class TomcatApp {

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        if (args[0].equals("read")) {
            read(folder);
        } else {
            serve(folder, Integer.parseInt(args[2]));
        }
    }

    private static void serve(Path folder, int port) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", folder.resolve("app").toString());
        context.setParentClassLoader(TomcatApp.class.getClassLoader());
        ContextConfig config = new ContextConfig();
        config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
        context.addLifecycleListener(config);
        tomcat.start();
        tomcat.getServer().await();
    }

    private static void read(Path folder) throws Exception {
        WebXml webXml = new WebXml();
        WebXmlParser parser = new WebXmlParser(true, true, true);
        URL file = folder.resolve("app/WEB-INF/web.xml").toUri().toURL();
        if (!parser.parseWebXml(new InputSource(file.toString()), webXml, false)) {
            throw new IllegalStateException("web.xml isn't valid");
        }
        FilterDef definition = webXml.getFilters().get("CorsFilter");
        CorsFilter filter = new CorsFilter();
        filter.init(configOf(definition));
        print("origins", filter.isAnyOriginAllowed() ? new TreeSet<>(java.util.Set.of("*")) : filter.getAllowedOrigins());
        print("methods", filter.getAllowedHttpMethods());
        print("headers", filter.getAllowedHttpHeaders());
        print("exposed", filter.getExposedHeaders());
        System.out.println("credentials " + filter.isSupportsCredentials());
        System.out.println("maxAge " + filter.getPreflightMaxAge());
    }

    private static void print(String name, Collection<String> values) {
        System.out.println(name + " " + String.join(" ", new TreeSet<>(values)));
    }

    private static FilterConfig configOf(FilterDef definition) {
        Map<String, String> parameters = definition.getParameterMap();
        return new FilterConfig() {
            @Override
            public String getFilterName() {
                return definition.getFilterName();
            }

            @Override
            public ServletContext getServletContext() {
                return null;
            }

            @Override
            public String getInitParameter(String name) {
                return parameters.get(name);
            }

            @Override
            public Enumeration<String> getInitParameterNames() {
                return Collections.enumeration(parameters.keySet());
            }
        };
    }

    /** What checks the sign-in, after the snippet. */
    public static class SignIn extends HttpFilter {
        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, jakarta.servlet.ServletException {
            if (request.getRequestURI().endsWith("/private")) {
                response.sendError(401);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    /** The routes that are there. */
    public static class Routes extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = request.getRequestURI();
            if (path.endsWith("/boom")) {
                throw new IllegalStateException("boom");
            }
            if (request.getMethod().equals("OPTIONS")) {
                response.sendError(405);
                return;
            }
            if (path.endsWith("/vary")) {
                response.addHeader("Vary", "Accept-Encoding");
            } else {
                response.setHeader("X-Total-Count", "42");
                response.setHeader("X-Internal", "7");
            }
            response.getWriter().print("{}");
        }
    }
}
