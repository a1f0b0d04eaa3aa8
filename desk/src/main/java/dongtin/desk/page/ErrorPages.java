package dongtin.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The same plain page for every error that a browser meets; programs are told in JSON. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages implements ErrorViewResolver {

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return (status.is4xxClientError() ? Problems.NOT_FOUND : Problems.FAILED).page(status);
    }

    @ExceptionHandler
    Object nothingHere(NoResourceFoundException e, HttpServletRequest request) {
        boolean program = request.getRequestURI().startsWith("/v1/");
        return program ? ResponseEntity.of(e.getBody()).build() : Problems.NOT_FOUND.page();
    }
}
