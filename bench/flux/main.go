// Command flux runs the update engine of Flux's image automation over a checkout, for one policy that has chosen already.
// The engine is internal to its module: bench/rivals.ts copies this file into a checkout of the module and builds it there.
package main

import (
	"fmt"
	"os"

	"github.com/go-logr/logr"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/fluxcd/image-automation-controller/internal/update"
	reflectorv1 "github.com/fluxcd/image-reflector-controller/api/v1"
)

func main() {
	if len(os.Args) != 6 {
		fmt.Fprintln(os.Stderr, "usage: flux FOLDER NAMESPACE POLICY IMAGE TAG")
		os.Exit(2)
	}
	folder, namespace, policy, image, tag := os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]
	policies := []reflectorv1.ImagePolicy{{
		ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: policy},
		Status:     reflectorv1.ImagePolicyStatus{LatestRef: &reflectorv1.ImageRef{Name: image, Tag: tag}},
	}}
	result, err := update.UpdateWithSetters(logr.Discard(), folder, folder, policies)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%d files changed\n", len(result.FileChanges))
}
